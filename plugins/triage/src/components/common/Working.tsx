import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

/** Waiting, with words that tell for what. */
export function Working({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      <Typography variant="body2" color="textSecondary" component="div">
        {children}
      </Typography>
      <LinearProgress aria-hidden style={{ marginTop: 8 }} />
    </div>
  );
}

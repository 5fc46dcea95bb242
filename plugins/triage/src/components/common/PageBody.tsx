import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Content } from '@backstage/core-components';

const useStyles = makeStyles(
  theme => ({
    root: { fontFamily: theme.typography.fontFamily, color: theme.palette.text.primary },
    measure: { maxWidth: 1120, minHeight: '100%' },
  }),
  { name: 'TriagePageBody' },
);

export interface PageBodyProps {
  /** Limits the width to what can be read. */
  narrow?: boolean;
  children: ReactNode;
}

/** What is below the header of each page. */
export function PageBody({ narrow, children }: PageBodyProps) {
  const classes = useStyles();
  return (
    <Content className={classes.root}>{narrow ? <div className={classes.measure}>{children}</div> : children}</Content>
  );
}

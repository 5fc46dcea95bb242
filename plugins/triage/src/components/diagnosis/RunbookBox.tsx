import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { RelatedRunbook } from '@triage/plugin-triage-common';
import { runbookRouteRef } from '../../routes';
import { headingSlug } from '../runbooks/headings';

/** The team's own words on this: each opens at the section that fits. */
export function RunbookBox({ runbooks }: { runbooks: RelatedRunbook[] }) {
  const runbookPath = useRouteRef(runbookRouteRef);
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {runbooks.map(({ filename, title, section }) => (
        <li key={`${filename}#${section ?? ''}`}>
          <Typography variant="body2" component="div">
            <Link to={`${runbookPath({ filename })}${section ? `#${headingSlug(section)}` : ''}`}>
              {title}
              {section && ` › ${section}`}
            </Link>
          </Typography>
        </li>
      ))}
    </ul>
  );
}

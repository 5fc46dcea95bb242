import Typography from '@material-ui/core/Typography';
import type { NodeIssue } from '@triage/plugin-triage-common';
import { RelativeTime } from '../common/RelativeTime';

/** Nodes that are not well, each with its condition. */
export function NodeIssues({ issues }: { issues: NodeIssue[] }) {
  return (
    <Typography variant="body2" component="ul" style={{ margin: 0, paddingLeft: 20, overflowWrap: 'anywhere' }}>
      {issues.map(({ node, condition, message, since }) => (
        <li key={`${node}/${condition}`}>
          <strong>
            {node}: {condition}
          </strong>{' '}
          {message} {since && <RelativeTime at={since} prefix="since" />}
        </li>
      ))}
    </Typography>
  );
}

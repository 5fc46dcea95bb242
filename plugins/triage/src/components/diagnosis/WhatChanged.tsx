import Typography from '@material-ui/core/Typography';
import type { Evidence } from '@triage/plugin-triage-common';
import { RelativeTime } from '../common/RelativeTime';
import { ChangeDiff } from './ChangeDiff';
import { evidenceAnchor } from './evidenceAnchor';

/** The changes that the cause came with, each as before and after. */
export function WhatChanged({ diagnosisId, changes }: { diagnosisId: string; changes: Evidence[] }) {
  return (
    <>
      {changes.map(({ id, source, text, at }) => (
        <div key={id} id={evidenceAnchor(diagnosisId, id)} tabIndex={-1}>
          <Typography variant="caption" color="textSecondary" component="p">
            {source}
            {at && (
              <>
                {' · '}
                <RelativeTime at={at} />
              </>
            )}
          </Typography>
          <ChangeDiff text={text} />
        </div>
      ))}
    </>
  );
}

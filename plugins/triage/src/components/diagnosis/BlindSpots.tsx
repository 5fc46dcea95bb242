import type { BlindSpot } from '@triage/plugin-triage-common';

/** What could not be read, and why: an answer that hides this is not honest. */
export function BlindSpots({ blindSpots }: { blindSpots: BlindSpot[] }) {
  return (
    <ul style={{ margin: 0, paddingLeft: 20, overflowWrap: 'anywhere' }}>
      {blindSpots.map(({ what, why }, index) => (
        <li key={index}>
          {what}: {why}
        </li>
      ))}
    </ul>
  );
}

import { ClusterReader, ClusterReadError } from '@triage/diagnosis';
import { unreadable } from '../CliError';

/**
 * A cluster that does not answer at all is an error here; one that refuses something is a blind spot of the answer.
 *
 * @throws CliError (exit code 3)
 */
export async function assertReachable(reader: ClusterReader): Promise<void> {
  try {
    await reader.version();
  } catch (error) {
    const hopeless =
      error instanceof ClusterReadError && error.failure !== 'forbidden' && error.failure !== 'not-found';
    if (hopeless) {
      throw unreadable(error.message);
    }
  }
}

import { streamOf } from '../api/streams';
import { KubernetesObject } from '../snapshot/KubernetesObject';
import { ObjectView } from './ObjectView';
import { Page } from './page';

/** Characters that are sent together. */
const CHUNK_CHARACTERS = 128 * 1024;

/** The answer to a list, written item by item: a list of any length is never one string in memory. */
export function serveList(
  page: Page<KubernetesObject>,
  resourceVersion: string,
  view: ObjectView,
  signal?: AbortSignal,
): Response {
  const head = {
    ...view.listHead,
    metadata: {
      resourceVersion,
      ...(page.continue ? { continue: page.continue } : {}),
      ...(page.remainingItemCount === undefined ? {} : { remainingItemCount: page.remainingItemCount }),
    },
  };
  const encoder = new TextEncoder();
  async function* text() {
    let chunk = `${JSON.stringify(head).slice(0, -1)},"${view.field}":[`;
    for (const [index, object] of page.items.entries()) {
      chunk += (index > 0 ? ',' : '') + JSON.stringify(view.item(object));
      if (chunk.length >= CHUNK_CHARACTERS) {
        yield encoder.encode(chunk);
        chunk = '';
      }
    }
    yield encoder.encode(`${chunk}]}\n`);
  }
  return new Response(streamOf(text, signal), { headers: { 'content-type': 'application/json' } });
}

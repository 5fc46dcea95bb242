import { ClusterReader, ListOptions } from './ClusterReader';
import { readEvents } from './readEvents';

function clusterWith(events: number, warnings: number) {
  const asked: ListOptions[] = [];
  const reader = {
    list: async (_: unknown, options: ListOptions) => {
      asked.push(options);
      const count = options.fieldSelector === 'type=Warning' ? warnings : events;
      const length = Math.min(options.max!, options.fieldSelector === 'reason=Killing' ? 3 : count);
      const kind = options.fieldSelector === 'reason=Killing' ? 'killing' : 'event';
      return Array.from({ length }, (__, i) => ({
        kind: 'Event',
        metadata: { name: `${kind}-${i}`, namespace: 'shop' },
      }));
    },
  } as unknown as ClusterReader;
  return { reader, asked };
}

it('reads all events, where they are many only the telling ones, and says when some of those are missing', async () => {
  const quiet = clusterWith(1_999, 10);
  const onCut = jest.fn();
  await expect(readEvents(quiet.reader, { namespace: 'shop' }, onCut)).resolves.toHaveLength(1_999);
  expect(quiet.asked).toHaveLength(1);

  const busy = clusterWith(90_000, 40);
  await expect(readEvents(busy.reader, { namespace: 'shop' }, onCut)).resolves.toHaveLength(43);
  expect(busy.asked.map(({ fieldSelector }) => fieldSelector)).toEqual([undefined, 'type=Warning', 'reason=Killing']);
  expect(onCut).not.toHaveBeenCalled();

  await readEvents(clusterWith(90_000, 60_000).reader, { namespace: 'shop' }, onCut);
  expect(onCut).toHaveBeenCalledWith(
    expect.objectContaining({ what: 'events', why: expect.stringContaining('5,000') }),
  );
});

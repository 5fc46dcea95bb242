import { diffLines } from './diffLines';

const text = (quotation: string) => diffLines(quotation).map(line => line.text);

describe('diffLines', () => {
  it('keeps lines that are a diff already', () => {
    expect(diffLines('- a: 1\n+ a: 2\nimage unchanged').map(({ side }) => side)).toEqual(['before', 'after', 'same']);
  });

  it('takes the short form apart', () => {
    expect(text('image of container app: "shop:41" -> "shop:42"')).toEqual([
      '- image of container app: "shop:41"',
      '+ image of container app: "shop:42"',
    ]);
  });

  it('shows of two objects only what differs', () => {
    expect(
      text(
        'resources: {"limits":{"memory":"1Gi"},"requests":{"cpu":"1","memory":"1Gi"}} -> {"limits":{"memory":"1Gi"},"requests":{"cpu":"24"}}',
      ),
    ).toEqual(['resources', '- requests.cpu: "1"', '+ requests.cpu: "24"', '- requests.memory: "1Gi"']);
  });

  it('survives an object that was cut', () => {
    expect(text('resources: {"limits":{"mem -> {"limits"…')).toEqual([
      '- resources: {"limits":{"mem',
      '+ resources: {"limits"…',
    ]);
  });
});

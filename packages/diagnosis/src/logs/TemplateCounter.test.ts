import { TemplateCounter, templateOf } from './TemplateCounter';

describe('templateOf', () => {
  it.each([
    ['numbers', 'item 7 done in 12ms', 'item 81231 done in 9ms'],
    ['addresses and times', '10:00:01 GET from 10.0.0.1:80', '23:59:59 GET from 192.168.1.77:8080'],
    ['ids', 'order 3fa85f64-5717-4562-b3fc-2c963f66afa6 paid', 'order 11111111-2222-3333-4444-555555555555 paid'],
    ['fractions of a second', '10:00:00,409 up', '10:00:00,123 up'],
  ])('is the same for other %s', (_, a, b) => {
    expect(templateOf(a)).toBe(templateOf(b));
  });

  it.each([
    ['words', 'item 7 done', 'item 7 failed'],
    ['no errors and some', 'errors=0', 'errors=3'],
    ['served and failed', '"GET /" 200 5', '"GET /" 503 5'],
  ])('tells %s apart', (_, a, b) => {
    expect(templateOf(a)).not.toBe(templateOf(b));
  });
});

describe('TemplateCounter', () => {
  it('forgets what did not occur for long, and never holds more than two generations', () => {
    const counter = new TemplateCounter<{ i: number }>(10);
    for (let i = 0; i < 100; i += 1) {
      counter.set(i * 64, { i });
      expect(counter.get(0)).toEqual({ i: 0 });
      expect(counter.size).toBeLessThanOrEqual(20);
    }
    expect(counter.get(50 * 64)).toBeUndefined();
  });
});

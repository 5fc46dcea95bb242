import { isLoopback, listenAddressIn, notingAddresses } from './listenAddresses';

const LINES: [line: string, address: string | undefined, port: number][] = [
  ['2026-11-20 12:00:01 INFO listening on 0.0.0.0:8080', '0.0.0.0', 8080],
  ['Server listening on http://localhost:3000', 'localhost', 3000],
  ['[2026-11-20 12:00:00 +0000] [1] [INFO] Listening at: http://127.0.0.1:8000 (1)', '127.0.0.1', 8000],
  ['INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)', '127.0.0.1', 8000],
  [' * Running on http://127.0.0.1:5000', '127.0.0.1', 5000],
  ['Serving HTTP on 0.0.0.0 port 8000 (http://0.0.0.0:8000/) ...', '0.0.0.0', 8000],
  ['Tomcat started on port(s): 8081 (http) with context path', undefined, 8081],
  ['Tomcat started on port 8081 (http)', undefined, 8081],
  ['LOG:  listening on IPv4 address "127.0.0.1", port 5432', '127.0.0.1', 5432],
  ['{"level":"info","msg":"listening on :9090"}', undefined, 9090],
  ['listening on 8080', undefined, 8080],
  ['I1120 12:00:00.000000 1 serving.go:1] Serving securely on [::]:10250', '::', 10250],
];

describe('listenAddressIn', () => {
  it.each(LINES)('reads %s', (line, address, port) => {
    expect(listenAddressIn(line)).toEqual({ address, port, text: line });
  });

  it.each([
    'connecting to 127.0.0.1:5432',
    'failed to start: not listening on 127.0.0.1:8080',
    'bind: address already in use, listening on :8080 failed',
    '12:00:01 listening for events',
    'GET http://127.0.0.1:8080/ 200',
  ])('does not take %s for an address', line => {
    expect(listenAddressIn(line)).toBeUndefined();
  });

  it('tells what can be reached from the same pod only', () => {
    expect(['127.0.0.1', 'localhost', '::1', '127.0.1.1'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '*', '10.0.0.1', undefined].some(isLoopback)).toBe(false);
  });
});

describe('notingAddresses', () => {
  async function* batches() {
    yield ['boot', 'listening on :8080'];
    yield Array.from({ length: 3_000 }, () => 'listening on :1234');
  }

  it('hands every line through and notes the addresses with their line, not without bound', async () => {
    const found: any[] = [];
    let lines = 0;
    for await (const batch of notingAddresses(batches(), found)) lines += batch.length;
    expect(lines).toBe(3_002);
    expect(found[0]).toMatchObject({ port: 8080, line: 2 });
    expect(found).toHaveLength(10);
  });
});

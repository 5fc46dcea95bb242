import { splitIdentifier, stem, tokenize } from './tokenize';

describe('tokenize', () => {
  it('gives the words of a name, their pairs and the name itself', () => {
    expect(tokenize('CrashLoopBackOff')).toEqual(
      expect.arrayContaining(['crash', 'loop', 'crashloop', 'backoff', 'crashloopbackoff']),
    );
    expect(tokenize('back-off')).toContain('backoff');
    expect(tokenize('local_disk.full')).toEqual(expect.arrayContaining(['disk', 'localdisk', 'localdiskfull']));
  });

  it.each([
    ['OOMKilled', ['oom', 'killed']],
    ['ErrImagePull', ['err', 'image', 'pull']],
    ['x509', ['x509']],
  ])('splits %s', (name, parts) => expect(splitIdentifier(name)).toEqual(parts));

  it('leaves out words that say nothing, but not "not" and "no"', () => {
    expect(tokenize('what is the secret')).toEqual(['secret']);
    expect(tokenize('no such host, not found')).toEqual(['no', 'host', 'not', 'found']);
  });

  it.each([
    ['restarting', 'restarts'],
    ['failed', 'failing'],
    ['scheduled', 'schedule'],
    ['dropped', 'drop'],
    ['policies', 'policy'],
  ])('%s and %s are one word', (a, b) => expect(stem(a)).toBe(stem(b)));
});

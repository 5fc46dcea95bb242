/** Words with which programs speak of trouble; what has none of them and fits no signature is not looked at twice. */
export const TROUBLE_WORDS: readonly string[] = [
  'error', 'fail', 'fatal', 'panic', 'exception', 'traceback', 'critical', 'crit', 'severe', 'emerg', 'alert', 'abort',
  'crash', 'corrupt', 'denied', 'refus', 'reject', 'forbidden', 'unauthorized', 'unreachable', 'unavailable', 'killed',
  'cannot', "can't", 'could not', "couldn't", 'unable', 'invalid', 'missing', 'undefined', 'not found', 'not set',
  'not permitted', 'not allowed', 'unknown', 'unsupported', 'unexpected', 'illegal', 'malformed', 'expired', 'exceed',
  'timed out', 'timeout', 'too many', 'too large', 'exhausted', 'insufficient', 'lost', 'down', 'closed', 'stuck',
  'giving up', 'gave up', 'deadlock', 'overflow', 'conflict', 'mismatch', 'violat', 'damaged', 'broken', 'dropped',
  'dead', 'warn', 'must be', 'must set', 'required', 'no such', 'not exist', 'out of', 'wrong', 'bad ', 'caused by',
  'fehl', 'nicht', 'denegad', 'rechazad', '"level":5', '"level":6', '"level": 5', '"level": 6',
];

/** A word that turns a sentence into a complaint; used on the few lines that were picked. */
export const COMPLAINT =
  /\b(?:not|never|without|cannot|can't|could ?n[o']t|unable|undefined|null|missing|invalid|unknown|unsupported|must|required?s?|denied|refus\w{1,4}|reject\w{0,4}|forbidden|fail\w{0,5}|errors?|abort\w{0,4}|down|lost|expired|exceed\w{0,4}|too (?:many|large|long|small|old|few)|unexpected|illegal|bad|conflict\w{0,3}|mismatch\w{0,3}|closed|stuck|giving up|gave up|unreachable|unavailable|dead|killed|corrupt\w{0,4}|insufficient|exhausted|out of|wrong|no|denying|unhealthy|incompatible|crash\w{0,4}|panic\w{0,4}|fatal|nicht|fehlt|kein\w{0,2}|fehlgeschlagen|fall[oó]|denegado)\b/i;

import { Hide } from '../Placeholders';
import { classifyName } from '../secretNames';
import { isProse, isSecretValue } from '../secretValues';
import { Detector } from './Detector';
import { kindOf } from './keyValues';

/** A flag and its value as separate words, `--token x`, or as elements of a list. */
const FLAG =
  /(?<![\w-])(--?[A-Za-z][\w.-]{1,60})(\\?["']?\s?,\s{0,4}\\?["']?|\\?["']?\s{1,4}\\?["']?)(?![-\s])([^\s"'`\\]{1,4096})/g;
/** `ENV NAME value` of a Dockerfile, `setenv NAME value` of a shell. */
const ASSIGNMENT = /(^\s{0,40}(?:ENV|ARG|setenv|set\s{1,4}-g?x)\s{1,8})(\w{1,100}) (\S{1,4096})/g;

function hidden(name: string, value: string, hide: Hide): string | undefined {
  const nameClass = classifyName(name);
  return nameClass && isSecretValue(nameClass, name, value) && !isProse(value)
    ? hide(kindOf(nameClass), value)
    : undefined;
}

/** Values that a space separates from the flag or variable whose name makes them secret. */
export const flags: Detector = {
  markers: ['pass', 'pwd', 'secret', 'token', 'key', 'cred', 'auth', 'kennwort', '-pw'],
  redact(line, hide) {
    return line
      .replace(FLAG, (whole, flag: string, between: string, value: string) => {
        const bare = value.replace(/[\]),;]{1,8}$/, '');
        const secret = hidden(flag.replace(/^-+/, ''), bare, hide);
        return secret ? flag + between + secret + value.slice(bare.length) : whole;
      })
      .replace(ASSIGNMENT, (whole, before: string, name: string, value: string) => {
        const secret = hidden(name, value, hide);
        return secret ? `${before}${name} ${secret}` : whole;
      });
  },
};

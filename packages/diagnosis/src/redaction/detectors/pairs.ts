import { Hide } from '../Placeholders';
import { classifyName } from '../secretNames';
import { isReference, isSecretValue } from '../secretValues';
import { Detector } from './Detector';
import { kindOf } from './keyValues';

const Q = '\\\\{0,7}["\']?';
const SEPARATOR = `${Q}\\s{0,4}[:=]\\s{0,4}${Q}`;
const VALUE = '([^"\'\\\\,}\\s][^"\'\\\\,}]{0,4095})';
const NAME_VALUE = new RegExp(
  `(\\b(?:name|key|parameterkey)${SEPARATOR})([\\w.-]{1,100})(${Q}\\s{0,4},?\\s{1,4}${Q}(?:value|val|parametervalue)${SEPARATOR}|${Q},${Q}(?:value|parametervalue)${SEPARATOR})${VALUE}`,
  'gi',
);
const VALUE_NAME = new RegExp(
  `(\\bvalue${SEPARATOR})${VALUE}(${Q}\\s{0,4},\\s{0,4}${Q}(?:name|key)${SEPARATOR})([\\w.-]{1,100})`,
  'gi',
);
const ELEMENT =
  /(<(?:[\w-]{1,40}:)?)([\w.-]{1,80})((?:\s[^<>]{0,200})?>\s{0,4}(?:<!\[CDATA\[)?)([^<>\]]{1,4096})(?=(?:\]\]>)?\s{0,4}<\/)/g;
/** WildFly and its kin. */
const CLEAR_TEXT = /(\bclear-?text=["'])([^"'\n]{1,512})/gi;
const ROW = /([\w.-]{2,80})(\s{0,40}\|\s{0,40})([^\s|]{1,1024})(?=\s{0,200}(?:\||$))/g;
const PGPASS = /(^\s*[\w.*-]{1,253}:(?:5432|5433|6432|\*):[\w.*-]{1,128}:[\w.*-]{1,128}:)(\S{1,256})(?=\s*$)/g;

function replaced(whole: string, before: string, name: string, value: string, hide: Hide): string {
  const secret = secretOf(name, value, hide);
  return secret ? before + secret : whole;
}

function secretOf(name: string, value: string, hide: Hide): string | undefined {
  const nameClass = classifyName(name);
  return nameClass && isSecretValue(nameClass, name, value.trim()) ? hide(kindOf(nameClass), value.trim()) : undefined;
}

/** Names and values that stand as two fields: lists of environment variables, XML, tables. Also `.pgpass`. */
export const pairs: Detector = {
  markers: ['value', 'cleartext', 'clear-text', '</', '|', ':5432:', ':6432:', ':*:'],
  redact(line, hide) {
    let redacted = line;
    if (/value/i.test(line)) {
      redacted = redacted
        .replace(NAME_VALUE, (whole, before: string, name: string, between: string, value: string) =>
          replaced(whole, before + name + between, name, value, hide),
        )
        .replace(VALUE_NAME, (whole, before: string, value: string, between: string, name: string) => {
          const secret = secretOf(name, value, hide);
          return secret ? before + secret + between + name : whole;
        });
    }
    if (line.includes('</')) {
      redacted = redacted.replace(ELEMENT, (whole, open: string, name: string, rest: string, value: string) =>
        replaced(whole, open + name + rest, name, value, hide),
      );
    }
    if (line.includes('|')) {
      redacted = redacted.replace(ROW, (whole, name: string, between: string, value: string) =>
        replaced(whole, name + between, name, value, hide),
      );
    }
    redacted = redacted.replace(CLEAR_TEXT, (whole, before: string, password: string) =>
      isReference(password) ? whole : before + hide('password', password),
    );
    return redacted.replace(PGPASS, (whole, before: string, password: string) =>
      isReference(password) ? whole : before + hide('password', password),
    );
  },
};

import { kindOf } from './detectors/keyValues';
import { Hide } from './Placeholders';
import { classifyName } from './secretNames';
import { isReference, isSecretValue } from './secretValues';

/** Deeper than anything Kubernetes accepts; what lies below is not handed out. */
const DEPTH_LIMIT = 128;

/** Keys remembered. */
const KEYS_LIMIT = 5_000;

/** Programs whose `-p` is a password. */
const PASSWORD_PROGRAM = /(?:^|\/)(?:mysql\w*|mariadb\S*|mongo\w*|sshpass|clickhouse-client|cqlsh)$/;
const REDIS_PROGRAM = /(?:^|\/)(?:redis|valkey)-cli$/;

/**
 * A deep copy of a Kubernetes object without secrets. Beyond what each string shows by itself, the shape tells:
 * environment variables and headers are `{name, value}`, the value of a flag is the next argument, a field's name says
 * what its text is, and the data of a Secret is secret whatever it looks like.
 */
export class ObjectRedaction {
  private readonly keys = new Map<string, string>();

  constructor(private readonly text: (text: string) => string, private readonly hide: Hide) {}

  redact<T>(object: T): T {
    return this.value(object, '', 0) as T;
  }

  private value(value: unknown, name: string, depth: number): unknown {
    if (typeof value === 'string') {
      return this.named(name, value);
    }
    if (typeof value === 'number') {
      return classifyName(name) === 'password' && Math.abs(value) > 999 ? this.hide('password', String(value)) : value;
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    if (depth > DEPTH_LIMIT) {
      return '[nested too deep]';
    }
    return Array.isArray(value) ? this.list(value, name, depth + 1) : this.map(value as any, depth + 1);
  }

  private named(name: string, value: string): string {
    const nameClass = classifyName(name);
    return nameClass && isSecretValue(nameClass, name, value.trim())
      ? this.hide(kindOf(nameClass), value.trim())
      : this.text(value);
  }

  private list(list: unknown[], name: string, depth: number): unknown[] {
    return list.every(element => typeof element === 'string')
      ? this.strings(list as string[], name)
      : list.map(element => this.value(element, name, depth));
  }

  /** A command or its arguments: a flag tells what the next element is. */
  private strings(list: string[], name: string): string[] {
    let flag: string | undefined;
    let passwordProgram = false;
    let redisProgram = false;
    return list.map(element => {
      const expected = flag;
      passwordProgram ||= PASSWORD_PROGRAM.test(element);
      redisProgram ||= REDIS_PROGRAM.test(element);
      flag = /^--?[A-Za-z][\w.-]*$/.test(element) ? element : undefined;
      if (expected && !flag) {
        const isPassword = (passwordProgram && expected === '-p') || (redisProgram && expected === '-a');
        if (isPassword && !isReference(element)) {
          return this.hide('password', element);
        }
        return this.named(expected.replace(/^-+/, ''), element);
      }
      const attached = passwordProgram ? /^-p([^\s=-].*)$/.exec(element)?.[1] : undefined;
      if (attached && !isReference(attached)) {
        return `-p${this.hide('password', attached)}`;
      }
      return flag ? element : this.named(name, element);
    });
  }

  private map(object: Record<string, unknown>, depth: number): Record<string, unknown> {
    const copy: Record<string, unknown> = {};
    const secret = object.kind === 'Secret' || object.kind === 'SecretList';
    const variable = typeof object.name === 'string' && typeof object.value === 'string' ? object.name : undefined;
    for (const key of Object.keys(object)) {
      const value = object[key];
      if (key === '__proto__') {
        continue;
      }
      if (secret && (key === 'data' || key === 'stringData')) {
        copy[key] = this.hidden(value, depth);
      } else if (key === 'binaryData') {
        copy[key] = this.hidden(value, depth);
      } else if (secret && key === 'items' && Array.isArray(value)) {
        // items of a list come without their kind
        copy[key] = value.map(item => this.value({ ...item, kind: 'Secret' }, '', depth));
      } else if (key === 'value' && variable !== undefined) {
        copy[key] = this.named(variable, value as string);
      } else {
        copy[this.key(key)] = this.value(value, key, depth);
      }
    }
    return copy;
  }

  /** A key is text too, but mostly one that was seen before. */
  private key(key: string): string {
    let redacted = this.keys.get(key);
    if (redacted === undefined) {
      redacted = this.text(key);
      if (this.keys.size < KEYS_LIMIT) {
        this.keys.set(key, redacted);
      }
    }
    return redacted;
  }

  /** Every text below, whatever it is called. */
  private hidden(value: unknown, depth: number): unknown {
    if (typeof value === 'object' && value !== null && depth <= DEPTH_LIMIT) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.hidden(inner, depth + 1)]));
    }
    return value === undefined || value === null || value === '' ? value : this.hide('secret-data', String(value));
  }
}

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** What someone may do, in the words of RBAC. `*` stands for everything. */
export interface AccessRule {
  verbs: string[];
  /** Core is ''. */
  apiGroups: string[];
  /** Plurals, and subresources as `pods/log`. */
  resources: string[];
  /** Absent: in all namespaces and on resources that have none. */
  namespaces?: string[];
  /** Absent: all. */
  resourceNames?: string[];
}

/** Who sends a token, and what they may do. */
export interface TokenUser {
  name: string;
  token: string;
  groups?: string[];
  allow: AccessRule[];
}

/** What a request wants, in the words of the API server. */
export interface AccessRequest {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  /** Empty or absent: all namespaces, or a resource that has none. */
  namespace?: string;
  name?: string;
}

export interface User {
  name: string;
  groups: string[];
  rules: AccessRule[];
}

const EVERYTHING: AccessRule = { verbs: ['*'], apiGroups: ['*'], resources: ['*'] };

/** Who everybody is when there is no list of tokens. */
const ADMIN: User = { name: 'admin', groups: ['system:masters', 'system:authenticated'], rules: [EVERYTHING] };

/** Maps bearer tokens to users. */
export class AccessList {
  /** Everybody may do everything. */
  static open(): AccessList {
    return new AccessList(undefined);
  }

  static of(users: TokenUser[]): AccessList {
    const byToken = new Map<string, User>();
    for (const { name, token, groups = [], allow } of users) {
      byToken.set(token, { name, groups: [...groups, 'system:authenticated'], rules: allow });
    }
    return new AccessList(byToken);
  }

  /**
   * @param file - JSON or YAML: `users`, a list of {@link TokenUser}
   * @throws Error with one sentence when the file can't be read or understood
   */
  static async fromFile(file: string): Promise<AccessList> {
    const text = await readFile(file, 'utf8').catch(error => {
      throw new Error(`The list of tokens can't be read: ${error.message}`);
    });
    let content: any;
    try {
      content = parse(text);
    } catch (error) {
      throw new Error(`${file} is neither JSON nor YAML: ${(error as Error).message}`);
    }
    if (!Array.isArray(content?.users)) {
      throw new Error(`${file} has no list of "users" with their tokens.`);
    }
    return AccessList.of(content.users.map((user: any, index: number) => checkUser(user, `${file}: users[${index}]`)));
  }

  private constructor(private readonly users: Map<string, User> | undefined) {}

  /**
   * Whose request it is: by bearer token, or by the password of basic authentication. The latter is for kubectl, which
   * sends no token over plain HTTP but what stands in the server's address.
   *
   * @returns undefined when there is no token; `unknown` when it is nobody's
   */
  identify(authorization: string | null): User | 'unknown' | undefined {
    if (!this.users) {
      return ADMIN;
    }
    const [, scheme, value] = /^(bearer|basic)\s+(\S+)\s*$/i.exec(authorization ?? '') ?? [];
    if (!scheme) {
      return undefined;
    }
    const token = scheme.toLowerCase() === 'bearer' ? value : passwordOf(value);
    return this.users.get(token) ?? 'unknown';
  }
}

export function isAllowed(user: User, request: AccessRequest): boolean {
  return user.rules.some(rule => ruleAllows(rule, request));
}

function ruleAllows(rule: AccessRule, request: AccessRequest): boolean {
  const has = (list: string[], value: string) => list.includes('*') || list.includes(value);
  const { subresource, namespace, name } = request;
  const resources = subresource
    ? [`${request.resource}/${subresource}`, `*/${subresource}`, `${request.resource}/*`]
    : [request.resource];
  return (
    has(rule.verbs, request.verb) &&
    has(rule.apiGroups, request.group) &&
    resources.some(resource => has(rule.resources, resource)) &&
    (!rule.namespaces || (Boolean(namespace) && has(rule.namespaces, namespace!))) &&
    (!rule.resourceNames || (Boolean(name) && rule.resourceNames.includes(name!)))
  );
}

function passwordOf(basic: string): string {
  const text = Buffer.from(basic, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}

function checkUser(user: any, where: string): TokenUser {
  const isText = (value: unknown) => typeof value === 'string' && value !== '';
  const isTexts = (value: unknown) => Array.isArray(value) && value.every(entry => typeof entry === 'string');
  if (!isText(user?.name)) throw new Error(`${where} has no name.`);
  if (!isText(user.token)) throw new Error(`${where} ("${user.name}") has no token.`);
  if (!Array.isArray(user.allow)) throw new Error(`${where} ("${user.name}") has no list "allow".`);
  for (const rule of user.allow) {
    for (const field of ['verbs', 'apiGroups', 'resources']) {
      if (!isTexts(rule?.[field])) throw new Error(`${where} ("${user.name}") has a rule without a list of ${field}.`);
    }
    for (const field of ['namespaces', 'resourceNames']) {
      if (rule[field] !== undefined && !isTexts(rule[field])) {
        throw new Error(`${where} ("${user.name}") has a rule whose ${field} are no list of names.`);
      }
    }
  }
  return user;
}

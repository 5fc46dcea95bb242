/**
 * Kubernetes protobuf, as far as reviews need it: Go clients write in it what they only read as JSON.
 *
 * A message begins with `k8s\0`, then `runtime.Unknown`: type (1) and raw bytes (2) of the object. Fields are read by
 * the numbers of `k8s.io/api/authorization/v1/generated.proto`; unknown ones are passed over.
 */
export function decodeReview(body: Uint8Array): { apiVersion: string; kind: string; spec: object } | undefined {
  const buffer = Buffer.from(body);
  if (buffer.toString('latin1', 0, 4) !== 'k8s\0') {
    return undefined;
  }
  const unknown = readFields(buffer.subarray(4));
  const type = readFields(unknown.get(1));
  const spec = readFields(readFields(unknown.get(2)).get(2));
  const kind = text(type, 2) ?? '';
  return { apiVersion: text(type, 1) ?? '', kind, spec: readSpec(kind, spec) };
}

type Fields = Map<number, Buffer>;

function readSpec(kind: string, spec: Fields): object {
  if (kind === 'SelfSubjectRulesReview') {
    return { namespace: text(spec, 1) };
  }
  if (kind !== 'SelfSubjectAccessReview') {
    return {};
  }
  const resource = readFields(spec.get(1));
  const other = readFields(spec.get(2));
  const names = ['namespace', 'verb', 'group', 'version', 'resource', 'subresource', 'name'];
  return {
    ...(spec.has(1)
      ? { resourceAttributes: Object.fromEntries(names.map((name, i) => [name, text(resource, i + 1)])) }
      : {}),
    ...(spec.has(2) ? { nonResourceAttributes: { path: text(other, 1), verb: text(other, 2) } } : {}),
  };
}

function text(fields: Fields, number: number): string | undefined {
  return fields.get(number)?.toString('utf8') || undefined;
}

/**
 * The length-delimited fields of a message; of a repeated one, the last.
 *
 * @throws RangeError when the message is cut off
 */
function readFields(message: Buffer = Buffer.alloc(0)): Fields {
  const fields: Fields = new Map();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = message.readUInt8(at++);
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < message.length) {
    const tag = varint();
    const wireType = tag % 8;
    if (wireType === 2) {
      const length = varint();
      if (at + length > message.length) throw new RangeError('The message is cut off.');
      fields.set(Math.floor(tag / 8), message.subarray(at, at + length));
      at += length;
    } else if (wireType === 0) {
      varint();
    } else if (wireType === 1 || wireType === 5) {
      at += wireType === 1 ? 8 : 4;
    } else {
      throw new RangeError(`Wire type ${wireType} is unknown.`);
    }
  }
  return fields;
}

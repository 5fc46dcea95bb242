/** Random numbers that are the same in every run (mulberry32). */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** 0 <= x < 1 */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let x = this.state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  }

  /** 0 <= x < limit, an integer. */
  below(limit) {
    return Math.floor(this.next() * limit);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  hex(length) {
    let text = '';
    while (text.length < length) text += this.below(0x100000000).toString(16).padStart(8, '0');
    return text.slice(0, length);
  }

  /** As Kubernetes makes the ends of generated names. */
  suffix(length = 5) {
    return Array.from({ length }, () => this.pick('bcdfghjklmnpqrstvwxz2456789')).join('');
  }
}

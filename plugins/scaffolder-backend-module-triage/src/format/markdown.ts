/** Text from a cluster is data: nothing in it may become a link, markup or a terminal sequence. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\x1b\[[0-9;?]*[ -/]*[@-~]/g, '').replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '');
}

/** One line of prose in Markdown, with everything that could be markup escaped. */
export function prose(text: string): string {
  return plain(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|!~&]/g, '\\$&')
    .replace(/(https?|ftp|www)(?=[:.])/gi, '$1\u200b')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1');
}

/** A code block. The fence is longer than any run of backticks inside, so the text can't end it. */
export function codeBlock(text: string, language = 'text'): string {
  const content = plain(text);
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content.trimEnd()}\n${fence}`;
}

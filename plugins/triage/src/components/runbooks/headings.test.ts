import { headingsOf } from './headings';

describe('headingsOf', () => {
  it('reads headings as text, outside of code blocks', () => {
    expect(headingsOf('# Title\n```sh\n# not one\n```\n## With `code` and [a link](x) ##\ntext # no')).toEqual([
      { level: 1, text: 'Title', slug: 'title' },
      { level: 2, text: 'With code and a link', slug: 'with-code-and-a-link' },
    ]);
  });
});

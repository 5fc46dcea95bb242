import { createRedactor } from '../createRedactor';

const redacted = (text: string) => createRedactor().text(text);

describe('redactTables', () => {
  it('hides the column of a CSV that says so, as long as the table lasts', () => {
    expect(redacted('user,password,host\napp,hunter2x,db\nops,"other-Pw9",db\n\nplain, text, here')).toBe(
      'user,password,host\napp,[redacted:password#1],db\nops,"[redacted:password#2]",db\n\nplain, text, here',
    );
  });

  it('hides it in Markdown and psql, keeping the layout', () => {
    expect(redacted('| user | api_key |\n|------|---------|\n| app  | q9w8e7r6t5y4 |')).toBe(
      '| user | api_key |\n|------|---------|\n| app  | [redacted:key#1] |',
    );
  });

  it.each([
    'keys: password, user, host\nvalues: one, two, three',
    'name,token_count,key\nmodel,2048,order',
    'password, token and key are never logged\nreally, no, never',
    'NAME   TYPE     DATA   AGE\ndb     Opaque   2      3d',
  ])('leaves %j', text => {
    expect(redacted(text)).toBe(text);
  });
});

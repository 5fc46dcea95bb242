import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CATEGORIES } from '@triage/diagnosis';
import { parse } from 'yaml';
import { spec } from './openapi/generated';

const { computeSeal, readSeal } = require('../../scripts/generatedSeal');

describe('openapi.yaml', () => {
  it('is what everything was generated from; otherwise run `yarn generate`', () => {
    expect(spec).toEqual(parse(readFileSync(path.join(__dirname, 'openapi.yaml'), 'utf8')));
    expect(computeSeal()).toBe(readSeal());
  });

  it('knows the categories of the engine', () => {
    expect(spec.components.schemas.Category.enum).toEqual(CATEGORIES);
  });
});

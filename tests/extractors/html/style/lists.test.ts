import { describe, expect, it } from 'vitest';
import { parseColour } from '../../../../extractors/html/style/colours.ts';
import { pixels } from '../../../../extractors/html/style/lengths.ts';
import { mediaHold } from '../../../../extractors/html/style/media.ts';

describe('values of CSS', () => {
  it.each([
    ['#fff', [255, 255, 255, 1]],
    ['#FF000080'.toLowerCase(), [255, 0, 0, 128 / 255]],
    ['rgb(0 128 255 / 50%)', [0, 128, 255, 0.5]],
    ['hsl(120, 100%, 50%)', [0, 255, 0, 1]],
    ['transparent', [0, 0, 0, 0]],
    ['windowtext', [0, 0, 0, 1]],
    ['color-mix(in srgb, red, blue)', null],
    ['#12', null],
  ])('the colour %s is %j', (value, colour) => {
    expect(parseColour(value)).toEqual(colour);
  });

  it.each([
    ['-2em', -28],
    ['12pt', 16],
    ['0', 0],
    ['.5px', 0.5],
    ['50%', null],
    ['calc(1px)', null],
  ])('%s are %s pixels', (value, size) => {
    expect(pixels(value, 14)).toBe(size);
  });

  it.each([
    ['', 'yes'],
    ['print', 'no'],
    ['not print', 'yes'],
    ['print, screen', 'yes'],
    ['screen and (min-width: 1px)', 'yes'],
    ['(max-width: 600px)', 'no'],
    ['(max-width: 1300px)', 'maybe'],
    ['(something: new)', 'maybe'],
  ])('media %j: %s', (media, holds) => {
    expect(mediaHold(media)).toBe(holds);
  });
});

import { isLevelOf, isScaleId, SCALE_IDS, SCALES } from './scale.registry.js';

describe('results of other scales', () => {
  it.each([
    ['GBT42195', [0, 4], [-1, 5, 1.5]],
    ['MZT039', [0, 3], [4]],
    ['LTC', [0, 5], [6]],
    ['BARTHEL', [0, 45, 100], [47, 105]],
    ['DESTITUTE_SELF_CARE', [0, 2], [3]],
    ['DISABILITY_CERTIFICATE', [1, 4], [0, 5]],
  ] as const)('%s takes %j and not %j', (scale, good, bad) => {
    expect(good.every((level) => isLevelOf(scale, level))).toBe(true);
    expect(bad.some((level) => isLevelOf(scale, level))).toBe(false);
  });

  it('names every level between the ends, or none where the result is a score', () => {
    for (const id of SCALE_IDS) {
      const { levels, min, max, step } = SCALES[id];
      expect([0, (max - min) / step + 1]).toContain(levels.length);
    }
  });

  it('knows which end is worse, because the scales run both ways', () => {
    expect(SCALES.GBT42195.worse).toBe('HIGHER');
    expect(SCALES.DISABILITY_CERTIFICATE.worse).toBe('LOWER');
    expect(SCALES.BARTHEL.worse).toBe('LOWER');
  });

  it('does not know a scale that nobody described', () => {
    expect(isScaleId('MMSE')).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';

import { heldArguments, openOf } from './held-of-paper.js';

describe('held lines that a paper settles', () => {
  it('are asked for by their claim where somebody else runs the center by now', () => {
    const supplement = heldArguments({ centerId: 'former', claimId: 'claim' }, [{ id: 'mine' }]);
    expect(supplement).toEqual({ centerId: null, claimId: 'claim' });
    expect(heldArguments({ centerId: 'former' }, [{ id: 'mine' }]).centerId).toBeNull();
    expect(heldArguments({ centerId: 'mine' }, [{ id: 'mine' }]).centerId).toBe('mine');
  });

  it('are those of the center that nobody settled yet', () => {
    const lines = [
      { id: 1, centerId: 'former', state: 'OVERDUE' },
      { id: 2, centerId: 'former', state: 'CARRIED' },
      { id: 3, centerId: 'mine', state: 'OPEN' },
    ];
    expect(openOf(lines, 'former').map(({ id }) => id)).toEqual([1]);
  });
});

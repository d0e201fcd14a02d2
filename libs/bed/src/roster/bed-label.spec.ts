import { bedsMeant, readBedPath } from './bed-label.rules.js';

describe('the bed of a row', () => {
  it.each([
    ['201(1)', null, '201', '1'],
    ['201（1）', null, '201', '1'],
    ['201室（2号床）', null, '201', '2'],
    ['201-01', null, '201', '01'],
    ['8-201-1', '8', '201', '1'],
    ['8#201-1', '8', '201', '1'],
    ['8号楼-201-1', '8号楼', '201', '1'],
  ])('is read from %s', (bed, building, room, label) => {
    expect(readBedPath({ building: '', floor: '', room: '', bed })).toEqual({
      building,
      floor: null,
      room,
      bed: label,
    });
  });

  it('is the same with and without a zero or 号楼', () => {
    const house = [
      { id: 'a', building: '8号楼', floor: '2层', room: '201', label: '1' },
      { id: 'b', building: '8号楼', floor: '2层', room: '201', label: '2' },
    ];
    const path = readBedPath({ building: '', floor: '', room: '', bed: '8-201-01' });
    expect(path && bedsMeant(path, house).map(({ id }) => id)).toEqual(['a']);
  });
});

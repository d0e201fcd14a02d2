import { alternativesOf, stepsOf } from './line.words.js';

describe('what else a line could pay', () => {
  it('asks about a returned line in words, although no document holds the question', () => {
    const alternatives = [
      { decision: 'RETURNED_LINE', option: 'ACCEPT_RETURN', amountFen: 0 },
      { decision: 'RETURNED_LINE', option: 'OBJECT', amountFen: 20_000 },
      { decision: 'BUREAU_DECISION', option: 'MAXIMUM', amountFen: 30_000 },
    ];
    const said = alternativesOf(alternatives, { documents: [] });
    expect(said.map(({ questionZh, optionZh }) => `${questionZh}${optionZh}`)).toEqual([
      '这一行上次被退回，怎么办？接受退回，不再申报',
      '这一行上次被退回，怎么办？提出异议，再次申报',
      '金额由民政局决定，是多少？标准的上限',
    ]);
    expect(said[0]).toMatchObject({
      questionEn: 'This line was returned before. What now?',
      optionEn: 'Accept the return',
    });
  });

  it('asks in the words of the rules where they hold the question', () => {
    const decisions = [
      {
        id: 'GATE',
        question: { zh: '怎么算？', en: 'How?' },
        options: [{ id: 'A', text: { zh: '这样', en: 'So' } }],
      },
    ];
    const alternatives = [{ decision: 'GATE', option: 'A', amountFen: 100 }];
    const [said] = alternativesOf(alternatives, { documents: [], decisions });
    expect(said).toMatchObject({ questionZh: '怎么算？', optionEn: 'So', amountFen: 100 });
  });

  it('takes words that stand in one language for both, as a pack may write them', () => {
    const decisions = [{ id: 'GATE', question: '怎么算？', options: [{ id: 'A', text: '这样' }] }];
    const [said] = alternativesOf([{ decision: 'GATE', option: 'A', amountFen: 100 }], {
      documents: [],
      decisions,
    });
    expect(said).toMatchObject({
      questionZh: '怎么算？',
      questionEn: '怎么算？',
      optionZh: '这样',
    });
  });
});

it('a step names its document where the pack writes the title in one language', () => {
  const source = { document: 'D', clause: '3.1' };
  const [step] = stepsOf(
    [{ step: 'rate', code: 'RATE', params: { fen: 20_000 }, source, facts: [] }],
    {
      documents: [{ id: 'D', title: '2024年第12号通知' }],
    },
  );
  expect(step).toMatchObject({ documentZh: '2024年第12号通知', documentEn: '2024年第12号通知' });
});

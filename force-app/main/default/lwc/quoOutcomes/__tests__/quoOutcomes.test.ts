import { appearanceOf } from 'c/quoOutcomes';

const OUTCOMES = [
    'answered',
    'missed',
    'voicemail',
    'forwarded',
    'abandoned',
    'handled by Sona',
    'unanswered',
    'failed'
];

test.each(OUTCOMES)(
    'an incoming call that ended “%s” has an icon of the standard set and words of its own',
    (outcome) => {
        const look = appearanceOf({ kind: 'call', direction: 'incoming', outcome });
        expect(look.icon).toMatch(/^standard:[a-z_]+$/);
        expect(look.itemClass).toMatch(/^slds-timeline__item_/);
        const others = OUTCOMES.filter((other) => other !== outcome);
        for (const other of others)
            expect(appearanceOf({ kind: 'call', direction: 'incoming', outcome: other }).label).not.toBe(look.label);
    }
);

test.each([
    [{ kind: 'call', direction: 'incoming', outcome: 'missed' }, true],
    [{ kind: 'call', direction: 'incoming', outcome: 'abandoned' }, true],
    [{ kind: 'call', direction: 'incoming', outcome: 'voicemail' }, true],
    [{ kind: 'call', direction: 'outgoing', outcome: 'unanswered' }, false],
    [{ kind: 'call', direction: 'incoming', outcome: 'answered' }, false],
    [{ kind: 'messages' }, false]
] as const)('%j is missed: %s', (row, isMissed) => {
    expect(appearanceOf(row).isMissed).toBe(isMissed);
});

test('what Quo may say one day is shown as a plain call', () => {
    expect(appearanceOf({ kind: 'call', outcome: 'teleported' })).toEqual(appearanceOf({ kind: 'call' }));
});

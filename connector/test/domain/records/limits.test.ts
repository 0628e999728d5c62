import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { callFrom } from '../../../src/domain/calls/fold.ts';
import { placeWindows, windowsFrom } from '../../../src/domain/conversations/windows.ts';
import { leadFor } from '../../../src/domain/people/lead.ts';
import { callTask } from '../../../src/domain/records/call-task.ts';
import type { RenderContext } from '../../../src/domain/records/context.ts';
import { conversationTasks } from '../../../src/domain/records/conversation-task.ts';
import type { Draft } from '../../../src/domain/records/draft.ts';
import { LENGTH } from '../../../src/domain/records/names.ts';
import { sonaDrafts } from '../../../src/domain/records/sona-call.ts';
import { aCall, aContext } from '../a-call.ts';
import { anyCallFact, anyMessageFact, anyText } from '../arbitraries.ts';

/** Names of any length and any characters, wherever a name can stand. */
const anyContext: fc.Arbitrary<RenderContext> = fc
    .record({
        name: fc.oneof(
            anyText,
            anyText.map((text) => text.repeat(20))
        ),
        language: fc.constantFrom('fr', 'en')
    })
    .map(({ name, language }) => {
        const who = { id: '0031', object: 'Contact', name } as const;
        const others = Array.from({ length: 8 }, () => who);
        return aContext(
            {
                inbox: { id: 'PN1', name, number: '+13105550199' },
                match: {
                    status: 'ambiguous',
                    whoName: name,
                    reason: { code: 'ambiguous', number: '+14155550100', others },
                    duplicates: []
                },
                userName: () => name,
                personName: () => name
            },
            { language: language }
        );
    });

/** What Salesforce would refuse the record for. */
function assertAccepted(draft: Draft): void {
    const fields = { ...draft.fields, ...draft.createOnly, [draft.keyField]: draft.key };
    for (const [field, value] of Object.entries(fields)) {
        if (typeof value !== 'string') continue;
        const most = LENGTH[`${draft.object}.${field}` as keyof typeof LENGTH] as number | undefined;
        assert.ok(most === undefined || value.length <= most, `${field}: ${value.length}`);
        assert.ok(value.isWellFormed(), `${field} is not well-formed`);
        // eslint-disable-next-line no-control-regex -- what XML cannot carry
        assert.doesNotMatch(value, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/, field);
        assert.notEqual(value, '', `${field} is empty, not null`);
    }
}

test('whatever Quo tells of a call, Salesforce can take every record of it', () => {
    fc.assert(
        fc.property(fc.array(anyCallFact, { maxLength: 10 }), anyContext, (facts, context) => {
            const call = callFrom('AC1', facts);
            for (const draft of [callTask(call, context), ...sonaDrafts(call, context)]) assertAccepted(draft);
        })
    );
});

test('whatever people text, Salesforce can take every Task of it', () => {
    fc.assert(
        fc.property(fc.array(anyMessageFact, { maxLength: 15 }), anyContext, (facts, context) => {
            const { placed } = placeWindows(windowsFrom('CN1', facts), []);
            for (const draft of conversationTasks(placed, context)) assertAccepted(draft);
        })
    );
});

test('whatever a caller says to Sona, Salesforce can take the lead', () => {
    fc.assert(
        fc.property(anyText, anyText, (name, company) => {
            const answers = [
                { question: 'Name', value: name.repeat(5) },
                { question: 'Company', value: company.repeat(20) }
            ];
            const summary = { progress: 'completed', jobs: [{ name: 'Message', answers }] } as const;
            const match = {
                status: 'unmatched',
                reason: { code: 'nobody', number: '+14155550100' },
                duplicates: []
            } as const;
            const lead = leadFor(
                { call: aCall({ status: 'sona', summary }) },
                aContext({ match }, { unknownCallers: 'lead' })
            );
            assert.ok(lead);
            assertAccepted(lead);
            assert.ok(lead.createOnly?.['LastName'] && lead.createOnly['Company']);
        })
    );
});

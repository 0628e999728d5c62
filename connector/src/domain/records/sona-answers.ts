import type { Call } from '../calls/call.ts';
import type { Answer } from '../facts.ts';
import type { RenderContext } from './context.ts';
import type { Draft } from './draft.ts';
import { lines, long, short } from './fields.ts';
import { ANSWER_TYPE, LENGTH, SONA_ANSWER, SONA_CALL } from './names.ts';

/**
 * One row for each answer, in Quo's order over all jobs, keyed `<call>_<n>` from 1: an answer that is corrected later
 * replaces its row. Fewer answers than before leave rows that the caller finds by comparing keys.
 */
export function answerDrafts(call: Call, context: RenderContext): readonly Draft[] {
    const answers = (call.summary?.jobs ?? []).flatMap((job) => job.answers.map((answer) => ({ job, answer })));
    return answers.map(({ job, answer }, index): Draft => {
        const position = index + 1;
        const text = lines(answerText(answer, context));
        return {
            object: 'Sona_Answer__c',
            keyField: SONA_ANSWER.key,
            key: `${call.id}_${position}`,
            fields: {
                [SONA_ANSWER.job]: short('Sona_Answer__c.Job__c', job.name),
                [SONA_ANSWER.question]: short('Sona_Answer__c.Question__c', answer.question),
                [SONA_ANSWER.answer]: short('Sona_Answer__c.Answer__c', text),
                [SONA_ANSWER.fullAnswer]: isWhole(text) ? null : long('Sona_Answer__c.Full_Answer__c', text),
                [SONA_ANSWER.type]: answerType(answer),
                [SONA_ANSWER.position]: position
            },
            parents: { [SONA_ANSWER.callRelation]: { [SONA_CALL.callId]: call.id } }
        };
    });
}

function answerText(answer: Answer, context: RenderContext): string {
    if (typeof answer.value !== 'boolean') return String(answer.value);
    const { wording } = context;
    return answer.value ? wording.yes : wording.no;
}

function answerType({ value }: Answer): string {
    if (typeof value === 'boolean') return ANSWER_TYPE.boolean;
    return typeof value === 'number' ? ANSWER_TYPE.number : ANSWER_TYPE.text;
}

function isWhole(text: string): boolean {
    return text.length <= LENGTH['Sona_Answer__c.Answer__c'] && !text.includes('\n');
}

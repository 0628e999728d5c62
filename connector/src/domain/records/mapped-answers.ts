import type { Call } from '../calls/call.ts';
import { mappedTo } from '../calls/caller-details.ts';
import type { Answer } from '../facts.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { RenderContext } from './context.ts';
import type { FieldValue } from './draft.ts';
import type { FieldShape } from './field-shape.ts';
import { cut, lines } from './fields.ts';
import { fitField, type FittedValue } from './fit-field.ts';
import { LENGTH, SONA_CALL } from './names.ts';

type SonaField = Preferences['sonaFields'][number];

/** Where the org could not be asked what its fields hold: the shortest usual text, and the value as it is. */
const UNKNOWN_LENGTH = 255;
const OURS: readonly string[] = [SONA_CALL.callId, SONA_CALL.taskId];

/**
 * Answers that the admin wants in fields of their own. Asked twice, the last answer counts. One that its field cannot
 * take is left out and named, never a reason for Salesforce to refuse the record.
 *
 * @returns `misfits` name field and type, never the answer
 */
export function mappedAnswers(
    call: Call,
    context: RenderContext
): { readonly fields: Readonly<Record<string, FieldValue>>; readonly misfits: readonly string[] } {
    const fields = new Map<string, FieldValue>();
    const misfits = new Map<string, string>();
    for (const job of call.summary?.jobs ?? [])
        for (const { question, value } of job.answers) {
            const found = mappedTo(job.name, question, context.preferences.sonaFields);
            if (found === undefined || OURS.includes(found.field)) continue;
            const { field } = found;
            const shape = context.sonaFields?.[field.toLowerCase()];
            const result = context.sonaFields === undefined ? unshaped(value, found) : shaped(value, shape, context);
            fields.delete(field);
            misfits.delete(field);
            if ('value' in result) fields.set(field, result.value);
            else misfits.set(field, `${field} (${shape === undefined ? 'no such field' : describe(shape)})`);
        }
    return { fields: Object.fromEntries(fields), misfits: [...misfits.values()] };
}

function shaped(value: Answer['value'], shape: FieldShape | undefined, { wording }: RenderContext): FittedValue {
    return shape === undefined ? { misfit: true } : fitField(value, shape, wording);
}

function unshaped(value: Answer['value'], { field, length }: SonaField): FittedValue {
    const most =
        (LENGTH as Readonly<Record<string, number | undefined>>)[`Sona_Call__c.${field}`] ?? length ?? UNKNOWN_LENGTH;
    return { value: typeof value === 'string' ? cut(lines(value), most) || null : value };
}

function describe({ type, isWritable }: FieldShape): string {
    return isWritable ? type : `${type}, read-only`;
}

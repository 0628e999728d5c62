import { storableText } from '../../domain/storable-text.ts';
import { z } from 'zod';
import { name, told } from './scalars.ts';

/** An answer that is neither text, number nor yes-or-no is kept as the JSON that it is, never dropped. */
const answerValue = z
    .unknown()
    .optional()
    .transform((value) =>
        typeof value === 'string'
            ? storableText(value)
            : typeof value === 'number' || typeof value === 'boolean'
              ? value
              : value === null || value === undefined
                ? ''
                : JSON.stringify(value)
    );

const answers = z
    .object({ data: z.array(z.object({ name, value: answerValue })).nullish() })
    .nullish()
    .transform((result) =>
        (result?.data ?? []).map((answer) => ({ question: answer.name ?? '', value: answer.value }))
    );

/** What Sona's jobs asked, in order; the same shape in webhooks and in the REST API. */
export const jobs = z
    .array(
        z
            .object({ icon: name, name, result: answers })
            .transform((job) => told({ icon: job.icon, name: job.name ?? '', answers: job.result }))
    )
    .nullish()
    .transform((value) => value ?? undefined);

/** What went wrong, in the user's words: a sentence and what to do. */
import { errors as labels, fillLabel } from 'c/quoLabels';
import { isWrittenByAdmin, kindOf } from './errorKinds';
import type { Failure, PlatformError } from './platformErrors';
import { readFailure } from './platformErrors';

export interface Problem {
    readonly sentence: string;
    readonly remedy: string;
    /** The platform's own words, for an administrator; empty when the sentence has them. */
    readonly detail: string;
}

function wordsOf({ message, fieldLabel }: PlatformError): string {
    return fieldLabel ? fillLabel(labels.field, fieldLabel, message) : message;
}

function messagesOf(errors: Failure['errors']): readonly string[] {
    return [...new Set(errors.map(wordsOf))];
}

/** Every message in what the platform's adapters emit or throw, in order, without repeats. */
export function errorMessages(thrown: unknown): readonly string[] {
    return messagesOf(readFailure(thrown).errors);
}

/**
 * Turns an error into a sentence and a remedy. A validation rule speaks for itself; what is not recognised says so and
 * keeps the platform's words.
 */
export function explainError(thrown: unknown): Problem {
    const failure = readFailure(thrown);
    const written = failure.errors.filter(isWrittenByAdmin);
    const others = failure.errors.filter((error) => !isWrittenByAdmin(error));
    if (written.length > 0) {
        return {
            sentence: messagesOf(written).join(' '),
            remedy: labels.refusedRemedy,
            detail: messagesOf(others).join(' ')
        };
    }
    const kind = kindOf(failure);
    return {
        sentence: kind?.sentence ?? labels.unknown,
        remedy: kind?.remedy ?? labels.unknownRemedy,
        detail: messagesOf(others).join(' ')
    };
}

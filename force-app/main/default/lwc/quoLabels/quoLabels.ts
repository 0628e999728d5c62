/** Every visible word, by area. The platform gives the user's language. */
export { timeline } from './timeline';
export { filters } from './filters';
export { outcomes } from './outcomes';
export { errors } from './errors';
export { recording } from './recording';
export { calling } from './calling';
export { sona } from './sona';
export { lookup } from './lookup';
export { unmatched } from './unmatched';

/** Fills `{0}`, `{1}`… of a label. */
export function say(label: string, ...values: readonly (string | number)[]): string {
    return label.replace(/\{(\d)\}/g, (slot, index: string) => String(values[Number(index)] ?? slot));
}

/** The label for one, or the one for every other number, filled in. */
export function count(one: string, many: string, number: number): string {
    return number === 1 ? one : say(many, number);
}

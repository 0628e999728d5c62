import {
    isArgumentElement,
    isLiteralElement,
    type ArgumentElement,
    type LiteralElement
} from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageArguments } from './message-arguments.ts';

/** Messages ready to be said: those with arguments are functions of them, all others are plain text. */
export type Bound<Messages> = Messages extends string
    ? BoundMessage<Messages>
    : { readonly [Key in keyof Messages]: Bound<Messages[Key]> };

type BoundMessage<Message extends string> = string extends Message
    ? string
    : keyof MessageArguments<Message> extends never
      ? string
      : (values: MessageArguments<Message>) => string;

/** A bound message of which it is not known whether it uses the texts that it may be told. */
export type Sayable<Name extends string> = string | ((values: Readonly<Record<Name, string>>) => string);

export function say<Name extends string>(message: Sayable<Name>, values: Readonly<Record<Name, string>>): string {
    return typeof message === 'string' ? message : message(values);
}

type Values = Readonly<Record<string, string | number>>;

/**
 * Binds a language's messages to its rules for plurals and numbers. A message is compiled when it is first said, and
 * kept. What is inserted is never read as ICU syntax.
 *
 * @param locale BCP 47, for example `fr-CA`
 */
export function bindMessages<Messages extends object>(messages: Messages, locale: string): Bound<Messages> {
    return bound(messages, locale) as Bound<Messages>;
}

function bound(messages: unknown, locale: string): unknown {
    if (typeof messages === 'string') return messages.includes('{') ? sayer(messages, locale) : messages;
    if (Array.isArray(messages)) return messages.map((one) => bound(one, locale));
    return Object.fromEntries(Object.entries(messages as object).map(([key, inner]) => [key, bound(inner, locale)]));
}

function sayer(message: string, locale: string): (values: Values) => string {
    let say: ((values: Values) => string) | undefined;
    return (values) => {
        say ??= compiled(message, locale);
        return say(values);
    };
}

function compiled(message: string, locale: string): (values: Values) => string {
    const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    const elements = format.getAst();
    const plain = elements.filter((one) => isLiteralElement(one) || isArgumentElement(one));
    // Most lines of a record only have text inserted: joining it takes a seventh of the time that `format` does.
    return plain.length === elements.length ? joiner(plain) : (values) => String(format.format(values));
}

function joiner(elements: readonly (LiteralElement | ArgumentElement)[]): (values: Values) => string {
    const parts = elements.map((one) => ({ isText: isLiteralElement(one), value: one.value }));
    return (values) => {
        let text = '';
        for (const { isText, value } of parts) {
            const part = isText ? value : values[value];
            if (part === undefined) throw new TypeError(`A message was not told its ${value}.`);
            text += String(part);
        }
        return text;
    };
}

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
    let compiled: IntlMessageFormat | undefined;
    return (values) => {
        compiled ??= new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
        return String(compiled.format(values));
    };
}

const IDS = ['id', 'callId', 'phoneNumberId', 'conversationId', 'userId'] as const;

/** `PNsamplephonenumber000…`, `USsampleus`, `CTsampleContact01234`: nothing else marks a test event. */
const SAMPLE = /^[A-Z]{2,3}sample/;

/** Whether an event is one that Quo makes up for a test. */
export function isSampleEvent(data: Readonly<Record<string, unknown>>): boolean {
    return ['resource', 'object', 'context'].some((part) => {
        const values = data[part];
        if (typeof values !== 'object' || values === null) return false;
        return IDS.some((key) => {
            const id: unknown = Reflect.get(values, key);
            return typeof id === 'string' && SAMPLE.test(id);
        });
    });
}

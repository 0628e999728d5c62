import { ask, wireAdapter } from './org.js';

export const getObjectInfos = wireAdapter({
    isReady: ({ objectApiNames }) => Boolean(objectApiNames?.length),
    load: ({ objectApiNames }) => ask('GET', `/ui-api/object-info/batch/${objectApiNames.join(',')}`),
    shape: (data, error) => ({ data, error })
});

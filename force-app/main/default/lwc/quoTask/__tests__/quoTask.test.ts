import QuoTask from 'c/quoTask';
import { graphql } from 'lightning/graphql';
import { registerRefreshHandler } from 'lightning/refresh';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { find, mount, textOf } from 'test/mount';
import { answer, sonaNode, taskNode } from 'test/nodes';
import { objectInfos } from 'test/objectInfos';

const TASK = '00T000000000001AAA';
const start = async (less = {}) => {
    const element = await mount('c-quo-task', QuoTask, { recordId: TASK });
    getObjectInfos.emit(objectInfos(less));
    await settled();
    return element;
};
const tell = async (given, refresh?) => {
    graphql.emit(answer(given), undefined, refresh);
    await settled();
};
const detailsOf = (element) => find(element, 'c-quo-timeline-details');

test('the task of a call shows everything of the call', async () => {
    const element = await start();
    expect(graphql.getLastConfig().query).toContain(`Id: { eq: "${TASK}" }`);
    await tell({ tasks: [taskNode()] });
    expect(find(element, 'lightning-card').title).toContain('Jean Tremblay');
    expect(textOf(find(element, '.facts'))).toContain('Ventes');
    expect(detailsOf(element)).toMatchObject({ isOnTask: true, headingLevel: '3', row: { taskId: TASK } });
    await expect(element).toBeAccessible();
});

test('what Sona noted of the same call is there too', async () => {
    const element = await start();
    await tell({ tasks: [taskNode()], sona: [sonaNode({ taskId: TASK })] });
    expect(textOf(find(element, '.title'))).toBe('Fuite au plafond');
    expect(detailsOf(element).row.sonaId).toBe('a00000000000001AAA');
});

test('the page of any other task has nothing of ours', async () => {
    const element = await start();
    await tell({ tasks: [] });
    expect(element.shadowRoot?.childElementCount).toBe(0);
});

test('who may not read what Sona noted is not asked for it, and reads the rest', async () => {
    const element = await start({ Sona_Call__c: 403 });
    expect(graphql.getLastConfig().query).not.toContain('Sona_Call__c');
    await tell({ tasks: [taskNode()] });
    expect(detailsOf(element)).not.toBeNull();
});

test('a failure is told; one after an answer leaves what is shown', async () => {
    const element = await start();
    graphql.emitErrors([{ message: 'REQUEST_LIMIT_EXCEEDED' }]);
    await settled();
    expect(find(element, '.failed').sentence).not.toBe('');
    await tell({ tasks: [taskNode()] });
    graphql.emitErrors([{ message: 'REQUEST_LIMIT_EXCEEDED' }]);
    await settled();
    expect([find(element, '.failed'), Boolean(detailsOf(element))]).toEqual([null, true]);
});

test('the page’s refresh asks the org again', async () => {
    await start();
    const refresh = jest.fn();
    await tell({ tasks: [taskNode()] }, refresh);
    await jest.mocked(registerRefreshHandler).mock.calls[0][1]();
    expect(refresh).toHaveBeenCalledTimes(1);
});

test('another task in the same component shows nothing of the last one', async () => {
    const element = await start();
    await tell({ tasks: [taskNode()] });
    element.recordId = '00T000000000002AAA';
    await settled();
    expect([
        element.shadowRoot?.childElementCount,
        String(graphql.getLastConfig().query).includes('00T000000000002AAA')
    ]).toEqual([0, true]);
});

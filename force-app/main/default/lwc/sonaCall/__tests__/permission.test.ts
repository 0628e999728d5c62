import 'test/without-use';
import SonaCall from 'c/sonaCall';
import { labelsFor } from 'test/labels';
import { find, mount } from 'test/mount';

test('whoever lacks the permission is told which one', async () => {
    const element = await mount('c-sona-call', SonaCall, { recordId: 'a00000000000001AAA' });
    expect(find(element, '.no-permission').remedy).toBe(labelsFor('timeline').noPermissionRemedy);
    await expect(element).toBeAccessible();
});

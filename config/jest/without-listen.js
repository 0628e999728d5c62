"use strict";
/** Imported first, before any component reads its permissions: the user lacks Quo_Listen. */
deniedPermissions.add('Quo_Listen');

// Lets the edition be read without a connection: starts its service worker, where
// there can be one. From a disk there is none, and nothing is lost.
(function () {
    'use strict';
    var worker = document.currentScript.getAttribute('data-worker');
    if ('serviceWorker' in navigator && /^https?:$/.test(location.protocol)) {
        navigator.serviceWorker.register(worker).catch(function () {
            // a browser that refuses (a private window, no storage) goes on without
        });
    }
})();

// Lets the edition be kept: tells the browser of its manifest, and starts the service
// worker by which it is read without a connection. From a disk there is neither.
(() => {
    'use strict';
    const { manifest, worker } = document.currentScript.dataset;
    if (!/^https?:$/.test(location.protocol)) {
        return;
    }
    const link = document.createElement('link');
    link.rel = 'manifest';
    link.href = manifest;
    document.head.append(link);
    if (worker && 'serviceWorker' in navigator) {
        navigator.serviceWorker.register(worker).catch(() => {
            // a browser that refuses (a private window, no storage) goes on without
        });
    }
})();

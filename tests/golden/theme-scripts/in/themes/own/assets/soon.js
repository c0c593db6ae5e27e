document.documentElement.dataset.soon = '';

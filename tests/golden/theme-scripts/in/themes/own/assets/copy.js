document.documentElement.dataset.copy = '';

// Loads the page again when pages have changed: `server.py` tells of it at this address.
new EventSource("/preview-events").onmessage = () => location.reload();

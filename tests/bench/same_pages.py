"""Scrapy over given pages, for comparison: reads {"pages": [[url, host], ...], "keep": folder or null} and prints its
processor and wall time.

Exits with 3 where Scrapy is not installed. One request a host at a time and no pauses, as the crawl beside it; of each page
the links are read. With a folder, its queue and every answer are kept there, by Scrapy's own means.
"""

import json
import resource
import sys
import time

try:
    import scrapy
    from scrapy.crawler import CrawlerProcess
except ImportError:
    sys.exit(3)

GIVEN = json.load(sys.stdin)
PAGES, KEEP = GIVEN["pages"], GIVEN["keep"]


class SamePages(scrapy.Spider):
    name = "same pages"
    links = 0
    came = 0

    def start_requests(self):
        for url, host in PAGES:
            yield scrapy.Request(url, headers={"Host": host}, meta={"download_slot": host}, dont_filter=True)

    def parse(self, response):
        SamePages.came += 1
        SamePages.links += len(response.css("a::attr(href)").getall())


process = CrawlerProcess(
    {
        "LOG_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
        "CONCURRENT_REQUESTS": 64,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        **({"JOBDIR": KEEP + "/job", "HTTPCACHE_ENABLED": True, "HTTPCACHE_GZIP": True, "HTTPCACHE_DIR": KEEP + "/cache"} if KEEP else {}),
    }
)
before, started = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
process.crawl(SamePages)
process.start()
after, seconds = resource.getrusage(resource.RUSAGE_SELF), time.monotonic() - started
used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
print(json.dumps({"pages": SamePages.came, "processorSeconds": used, "seconds": seconds}))

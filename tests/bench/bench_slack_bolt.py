"""A bare Bolt app that answers "hello" to any slash command: what our own server is measured by.

Started by bench_slack with the address of the Web API as its argument; prints its own address.
"""

import asyncio
import re
import sys

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from tests.bench.bench_slack_load import HOST, SECRET


async def serve(api_url: str, token: str) -> None:
    """Serve until the process is ended."""
    bolt = AsyncApp(
        signing_secret=SECRET, client=AsyncWebClient(token=token, base_url=api_url), token=token
    )

    @bolt.command(re.compile(""))
    async def hello(ack: AsyncAck) -> None:
        await ack("hello")

    async def events(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await bolt.async_dispatch(await to_bolt_request(request)))

    app = web.Application()
    app.router.add_post("/slack/events", events)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    sys.stdout.write(f"http://{HOST}:{runner.addresses[0][1]}/\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.argv[2]))
